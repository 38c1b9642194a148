#!/usr/bin/env bash

auth_id='<auth_id>'
auth_token='<auth_token>'

# Add a toll-free number
curl --silent --show-error --fail-with-body --max-time 30 \
  --request POST \
  --header 'Content-Length: 0' \
  --user "$auth_id:$auth_token" \
  "https://api.plivo.com/v1/Account/$auth_id/NumberPool/<number_pool_uuid>/Tollfree/<tollfree>/"
