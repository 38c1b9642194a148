import sys

import plivo
import requests

client = plivo.RestClient(auth_id="<auth_id>", auth_token="<auth_token>")

# Update a Powerpack
try:
    powerpack = client.powerpacks.get(uuid="<powerpack_uuid>")
    response = powerpack.update(params={"name": "my_renamed_powerpack"})
except (plivo.exceptions.PlivoRestError, requests.exceptions.RequestException) as error:
    sys.exit(f"Error: {error}")

print(response)
