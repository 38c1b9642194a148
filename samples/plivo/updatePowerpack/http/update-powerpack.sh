#!/usr/bin/env bash

auth_id='<auth_id>'
auth_token='<auth_token>'

# Update a Powerpack
curl --silent --show-error --fail-with-body --max-time 30 \
  --user "$auth_id:$auth_token" \
  --header 'Content-Type: application/json' \
  --data '{ "name": "my_renamed_powerpack" }' \
  "https://api.plivo.com/v1/Account/$auth_id/Powerpack/<powerpack_uuid>/"
