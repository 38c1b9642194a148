import sys

import requests

auth_id = "<auth_id>"
auth_token = "<auth_token>"

# Retrieve a Powerpack
try:
    response = requests.get(
        f"https://api.plivo.com/v1/Account/{auth_id}/Powerpack/<powerpack_uuid>/",
        auth=(auth_id, auth_token),
        timeout=30,
    )
    response.raise_for_status()
    result = response.json() if response.content else response.status_code
except requests.exceptions.HTTPError as error:
    sys.exit(f"Error: {error}\n{response.text}")
except requests.exceptions.RequestException as error:
    sys.exit(f"Error: {error}")

print(result)
