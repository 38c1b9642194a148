using System;
using System.Net.Http;
using System.Threading.Tasks;
using Plivo;
using Plivo.Exception;

public static class CountNumbers
{
    public static int Main()
    {
        var api = new PlivoApi("<auth_id>", "<auth_token>");

        // Count the numbers of a pool
        try
        {
            var powerpack = api.Powerpacks.Get("<powerpack_uuid>");
            var count = powerpack.Count_Numbers(country_iso2: "US");
            Console.WriteLine(count);
            return 0;
        }
        catch (Exception error)
            when (error is AggregateException
                || error is HttpRequestException
                || error is PlivoRestException
                || error is TaskCanceledException)
        {
            var cause = error.GetBaseException();
            Console.Error.WriteLine($"Error: {cause.GetType().Name}: {cause.Message}");
            return 1;
        }
    }
}
