using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using Plivo;
using Plivo.Exception;
using Plivo.Resource.Powerpack;

public static class CreatePowerpack
{
    public static int Main()
    {
        var api = new PlivoApi("<auth_id>", "<auth_token>");

        // Create a Powerpack
        try
        {
            var response = api.Powerpacks.Create(
                name: "my_powerpack",
                sticky_sender: true,
                local_connect: true,
                number_priority: new List<NumberPriority>
                {
                    new NumberPriority
                    {
                        service_type = "SMS",
                        country_iso = "US",
                        priority = new Priority
                        {
                            priority1 = "shortcode",
                            priority2 = "tollfree",
                            priority3 = "longcode",
                        },
                    },
                });
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
