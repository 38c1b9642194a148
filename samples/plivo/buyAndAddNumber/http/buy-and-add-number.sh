#!/usr/bin/env bash

auth_id='<auth_id>'
auth_token='<auth_token>'

# Buy a number and add it
curl --silent --show-error --fail-with-body --max-time 30 \
  --user "$auth_id:$auth_token" \
  --header 'Content-Type: application/json' \
  --data '{ "rent": true, "service": "sms" }' \
  "https://api.plivo.com/v1/Account/$auth_id/NumberPool/<number_pool_uuid>/Number/<number>/"
