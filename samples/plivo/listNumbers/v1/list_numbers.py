import sys

import plivo
import requests

client = plivo.RestClient(auth_id="<auth_id>", auth_token="<auth_token>")

# List all numbers
try:
    powerpack = client.powerpacks.get(uuid="<powerpack_uuid>")
    response = powerpack.list_numbers(
        starts_with="484",
        country_iso2="US",
        type="fixed",
        service="sms",
        limit=5,
    )
except (plivo.exceptions.PlivoRestError, requests.exceptions.RequestException) as error:
    sys.exit(f"Error: {error}")

print(response)
