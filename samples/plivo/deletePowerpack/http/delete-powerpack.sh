#!/usr/bin/env bash

auth_id='<auth_id>'
auth_token='<auth_token>'

# Delete a Powerpack
curl --silent --show-error --fail-with-body --max-time 30 \
  --request DELETE \
  --user "$auth_id:$auth_token" \
  --header 'Content-Type: application/json' \
  --data '{ "unrent_numbers": false }' \
  "https://api.plivo.com/v1/Account/$auth_id/Powerpack/<powerpack_uuid>/"
