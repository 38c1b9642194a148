import sys

import plivo
import requests

client = plivo.RestClient(auth_id="<auth_id>", auth_token="<auth_token>")

# Count the numbers of a pool
try:
    powerpack = client.powerpacks.get(uuid="<powerpack_uuid>")
    count = powerpack.numberpool.numbers.count(country_iso2="US")
except (plivo.exceptions.PlivoRestError, requests.exceptions.RequestException) as error:
    sys.exit(f"Error: {error}")

print(count)
