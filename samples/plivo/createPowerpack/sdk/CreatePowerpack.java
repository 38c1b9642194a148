import com.plivo.api.Plivo;
import com.plivo.api.exceptions.PlivoRestException;
import com.plivo.api.models.powerpack.NumberPriority;
import com.plivo.api.models.powerpack.Powerpack;
import com.plivo.api.models.powerpack.PowerpackResponse;
import com.plivo.api.models.powerpack.Priority;
import java.io.IOException;

public class CreatePowerpack {
  public static void main(String[] args) {
    Plivo.init("<auth_id>", "<auth_token>");

    // Create a Powerpack
    try {
      PowerpackResponse response =
          Powerpack.creator("my_powerpack")
              .number_priority(
                  new NumberPriority[] {
                    new NumberPriority(
                        "US", new Priority("shortcode", "tollfree", "longcode"), "SMS")
                  })
              .create();
      System.out.println(response);
    } catch (IOException | PlivoRestException error) {
      System.err.println("Error: " + error);
      System.exit(1);
    }
    // What the SDK keeps open would keep the program running.
    System.exit(0);
  }
}
