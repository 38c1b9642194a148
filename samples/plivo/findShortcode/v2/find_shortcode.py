import sys

import plivo
import requests

client = plivo.RestClient(auth_id="<auth_id>", auth_token="<auth_token>")

# Find a short code
try:
    powerpack = client.powerpacks.get(uuid="<powerpack_uuid>")
    response = powerpack.numberpool.shortcodes.find("<shortcode>")
except (plivo.exceptions.PlivoRestError, requests.exceptions.RequestException) as error:
    sys.exit(f"Error: {error}")

print(response)
