#!/usr/bin/env bash

auth_id='<auth_id>'
auth_token='<auth_token>'

# Create a Powerpack
curl --silent --show-error --fail-with-body --max-time 30 \
  --user "$auth_id:$auth_token" \
  --header 'Content-Type: application/json' \
  --data '{
    "name": "my_powerpack",
    "sticky_sender": true,
    "local_connect": true,
    "number_priority": [
      {
        "service_type": "SMS",
        "country_iso": "US",
        "priority": {
          "priority1": "shortcode",
          "priority2": "tollfree",
          "priority3": "longcode"
        }
      }
    ]
  }' \
  "https://api.plivo.com/v1/Account/$auth_id/Powerpack/"
