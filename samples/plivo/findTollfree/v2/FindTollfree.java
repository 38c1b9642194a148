import com.plivo.api.Plivo;
import com.plivo.api.exceptions.PlivoRestException;
import com.plivo.api.exceptions.PlivoValidationException;
import com.plivo.api.models.powerpack.Powerpack;
import com.plivo.api.models.powerpack.Tollfree;
import java.io.IOException;

public class FindTollfree {
  public static void main(String[] args) {
    Plivo.init("<auth_id>", "<auth_token>");

    // Find a toll-free number
    try {
      Powerpack powerpack = Powerpack.getter("<powerpack_uuid>").get();
      Tollfree response = powerpack.numberpool.tollfree.find().tollfree("<tollfree>").get();
      System.out.println(response);
    } catch (IOException | PlivoRestException | PlivoValidationException error) {
      System.err.println("Error: " + error);
      System.exit(1);
    }
    // What the SDK keeps open would keep the program running.
    System.exit(0);
  }
}
