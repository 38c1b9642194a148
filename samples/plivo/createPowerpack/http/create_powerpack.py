import sys

import requests

auth_id = "<auth_id>"
auth_token = "<auth_token>"

# Create a Powerpack
try:
    response = requests.post(
        f"https://api.plivo.com/v1/Account/{auth_id}/Powerpack/",
        json={
            "name": "my_powerpack",
            "sticky_sender": True,
            "local_connect": True,
            "number_priority": [
                {
                    "service_type": "SMS",
                    "country_iso": "US",
                    "priority": {
                        "priority1": "shortcode",
                        "priority2": "tollfree",
                        "priority3": "longcode",
                    },
                },
            ],
        },
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
