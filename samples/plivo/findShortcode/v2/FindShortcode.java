import com.plivo.api.Plivo;
import com.plivo.api.exceptions.PlivoRestException;
import com.plivo.api.exceptions.PlivoValidationException;
import com.plivo.api.models.powerpack.Powerpack;
import com.plivo.api.models.powerpack.Shortcode;
import java.io.IOException;

public class FindShortcode {
  public static void main(String[] args) {
    Plivo.init("<auth_id>", "<auth_token>");

    // Find a short code
    try {
      Powerpack powerpack = Powerpack.getter("<powerpack_uuid>").get();
      Shortcode response = powerpack.numberpool.shortcodes.find().shortcode("<shortcode>").get();
      System.out.println(response);
    } catch (IOException | PlivoRestException | PlivoValidationException error) {
      System.err.println("Error: " + error);
      System.exit(1);
    }
    // What the SDK keeps open would keep the program running.
    System.exit(0);
  }
}
