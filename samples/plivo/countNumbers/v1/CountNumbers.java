import com.plivo.api.Plivo;
import com.plivo.api.exceptions.PlivoRestException;
import com.plivo.api.exceptions.PlivoValidationException;
import com.plivo.api.models.powerpack.Powerpack;
import java.io.IOException;

public class CountNumbers {
  public static void main(String[] args) {
    Plivo.init("<auth_id>", "<auth_token>");

    // Count the numbers of a pool
    try {
      Powerpack powerpack = Powerpack.getter("<powerpack_uuid>").get();
      Long count = powerpack.count_numbers().country_iso("US").get();
      System.out.println(count);
    } catch (IOException | PlivoRestException | PlivoValidationException error) {
      System.err.println("Error: " + error);
      System.exit(1);
    }
    // What the SDK keeps open would keep the program running.
    System.exit(0);
  }
}
