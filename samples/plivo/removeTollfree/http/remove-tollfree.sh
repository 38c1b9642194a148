#!/usr/bin/env bash

auth_id='<auth_id>'
auth_token='<auth_token>'

# Remove a toll-free number
curl --silent --show-error --fail-with-body --max-time 30 \
  --request DELETE \
  --user "$auth_id:$auth_token" \
  --header 'Content-Type: application/json' \
  --data '{ "unrent": false }' \
  "https://api.plivo.com/v1/Account/$auth_id/NumberPool/<number_pool_uuid>/Tollfree/<tollfree>/"
