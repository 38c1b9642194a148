using System;
using System.Net.Http;
using System.Threading.Tasks;
using Plivo;
using Plivo.Exception;

public static class ListNumbers
{
    public static int Main()
    {
        var api = new PlivoApi("<auth_id>", "<auth_token>");

        // List all numbers
        try
        {
            var powerpack = api.Powerpacks.Get("<powerpack_uuid>");
            var response = powerpack.List_Numbers(
                starts_with: "484",
                country_iso2: "US",
                type: "fixed",
                service: "sms",
                limit: 5);
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
