import com.plivo.api.Plivo;
import com.plivo.api.exceptions.PlivoRestException;
import com.plivo.api.exceptions.PlivoValidationException;
import com.plivo.api.models.base.ListResponse;
import com.plivo.api.models.powerpack.Numbers;
import com.plivo.api.models.powerpack.Powerpack;
import java.io.IOException;

public class ListNumbers {
  public static void main(String[] args) {
    Plivo.init("<auth_id>", "<auth_token>");

    // List all numbers
    try {
      Powerpack powerpack = Powerpack.getter("<powerpack_uuid>").get();
      ListResponse<Numbers> response =
          powerpack
              .numberpool
              .numbers
              .list()
              .pattern("484")
              .country_iso("US")
              .type("fixed")
              .service("sms")
              .limit(5)
              .list();
      System.out.println(response);
    } catch (IOException | PlivoRestException | PlivoValidationException error) {
      System.err.println("Error: " + error);
      System.exit(1);
    }
    // What the SDK keeps open would keep the program running.
    System.exit(0);
  }
}
