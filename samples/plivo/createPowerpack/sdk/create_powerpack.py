import sys

import plivo
import requests

client = plivo.RestClient(auth_id="<auth_id>", auth_token="<auth_token>")

# Create a Powerpack
try:
    response = client.powerpacks.create(
        "my_powerpack",
        sticky_sender=True,
        local_connect=True,
        number_priority=[
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
    )
except (plivo.exceptions.PlivoRestError, requests.exceptions.RequestException) as error:
    sys.exit(f"Error: {error}")

print(response)
