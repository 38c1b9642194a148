import sys

import plivo
import requests

client = plivo.RestClient(auth_id="<auth_id>", auth_token="<auth_token>")

# List all Powerpacks
try:
    response = client.powerpacks.list(limit=5)
except (plivo.exceptions.PlivoRestError, requests.exceptions.RequestException) as error:
    sys.exit(f"Error: {error}")

print(response)
