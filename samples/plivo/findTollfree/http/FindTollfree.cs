using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;

public static class FindTollfree
{
    public static int Main()
    {
        var authId = "<auth_id>";
        var authToken = "<auth_token>";
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{authId}:{authToken}"));
        var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };

        // Find a toll-free number
        try
        {
            var url = $"https://api.plivo.com/v1/Account/{authId}"
                + "/NumberPool/<number_pool_uuid>/Tollfree/<tollfree>/";
            var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
            var response = client.SendAsync(request).GetAwaiter().GetResult();
            var content = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
            if (!response.IsSuccessStatusCode)
            {
                Console.Error.WriteLine($"Error: HTTP {(int)response.StatusCode}\n{content}");
                return 1;
            }

            Console.WriteLine(content);
            return 0;
        }
        catch (HttpRequestException error)
        {
            Console.Error.WriteLine($"Error: {error.GetBaseException().Message}");
            return 1;
        }
        catch (TaskCanceledException)
        {
            Console.Error.WriteLine("Error: the request timed out");
            return 1;
        }
    }
}
