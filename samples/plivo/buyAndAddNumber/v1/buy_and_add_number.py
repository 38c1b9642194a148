import sys

import plivo
import requests

client = plivo.RestClient(auth_id="<auth_id>", auth_token="<auth_token>")

# Buy a number and add it
try:
    powerpack = client.powerpacks.get(uuid="<powerpack_uuid>")
    response = powerpack.buy_add_number(number="<number>", service="sms")
except (plivo.exceptions.PlivoRestError, requests.exceptions.RequestException) as error:
    sys.exit(f"Error: {error}")

print(response)
