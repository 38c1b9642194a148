import com.plivo.api.Plivo;
import com.plivo.api.exceptions.PlivoRestException;
import com.plivo.api.models.powerpack.Powerpack;
import java.io.IOException;

public class GetPowerpack {
  public static void main(String[] args) {
    Plivo.init("<auth_id>", "<auth_token>");

    // Retrieve a Powerpack
    try {
      Powerpack powerpack = Powerpack.getter("<powerpack_uuid>").get();
      System.out.println(powerpack);
    } catch (IOException | PlivoRestException error) {
      System.err.println("Error: " + error);
      System.exit(1);
    }
    // What the SDK keeps open would keep the program running.
    System.exit(0);
  }
}
