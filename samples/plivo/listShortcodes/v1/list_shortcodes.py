import sys

import plivo
import requests

client = plivo.RestClient(auth_id="<auth_id>", auth_token="<auth_token>")

# List all short codes
try:
    powerpack = client.powerpacks.get(uuid="<powerpack_uuid>")
    response = powerpack.list_shortcodes(limit=5)
except (plivo.exceptions.PlivoRestError, requests.exceptions.RequestException) as error:
    sys.exit(f"Error: {error}")

print(response)
