using System;
using System.Net.Http;
using System.Threading.Tasks;
using Plivo;
using Plivo.Exception;

public static class FindTollfree
{
    public static int Main()
    {
        var api = new PlivoApi("<auth_id>", "<auth_token>");

        // Find a toll-free number
        try
        {
            var powerpack = api.Powerpacks.Get("<powerpack_uuid>");
            var response = powerpack.numberpool.tollfree.Find("<tollfree>");
            Console.WriteLine(response);
            return 0;
        }
        catch (Exception error)
            when (error is HttpRequestException
                || error is PlivoRestException
                || error is TaskCanceledException)
        {
            var cause = error.GetBaseException();
            Console.Error.WriteLine($"Error: {cause.GetType().Name}: {cause.Message}");
            return 1;
        }
    }
}
