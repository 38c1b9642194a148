import sys

import requests

auth_id = "<auth_id>"
auth_token = "<auth_token>"

# List all toll-free numbers
try:
    response = requests.get(
        f"https://api.plivo.com/v1/Account/{auth_id}/NumberPool/<number_pool_uuid>/Tollfree/",
        params={"limit": "5"},
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
