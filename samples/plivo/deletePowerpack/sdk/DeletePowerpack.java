import com.plivo.api.Plivo;
import com.plivo.api.exceptions.PlivoRestException;
import com.plivo.api.exceptions.PlivoValidationException;
import com.plivo.api.models.powerpack.Powerpack;
import java.io.IOException;

public class DeletePowerpack {
  public static void main(String[] args) {
    Plivo.init("<auth_id>", "<auth_token>");

    // Delete a Powerpack
    try {
      Powerpack powerpack = Powerpack.getter("<powerpack_uuid>").get();
      powerpack.deleter().unrent_numbers(false).delete();
      System.out.println("OK");
    } catch (IOException | PlivoRestException | PlivoValidationException error) {
      System.err.println("Error: " + error);
      System.exit(1);
    }
    // What the SDK keeps open would keep the program running.
    System.exit(0);
  }
}
