import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

public class ListTollfree {
  public static void main(String[] args) {
    String authId = "<auth_id>";
    String authToken = "<auth_token>";
    String credentials =
        Base64.getEncoder()
            .encodeToString((authId + ":" + authToken).getBytes(StandardCharsets.UTF_8));
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    // List all toll-free numbers
    try {
      String url =
          "https://api.plivo.com/v1/Account/"
              + authId
              + "/NumberPool/<number_pool_uuid>/Tollfree/"
              + "?limit=5";
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url))
              .timeout(Duration.ofSeconds(30))
              .header("Authorization", "Basic " + credentials)
              .GET()
              .build();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() < 200 || response.statusCode() >= 300) {
        System.err.println("Error: HTTP " + response.statusCode() + "\n" + response.body());
        System.exit(1);
      }
      System.out.println(response.body());
    } catch (IOException | InterruptedException error) {
      System.err.println("Error: " + error);
      System.exit(1);
    }
  }
}
