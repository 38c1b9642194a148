#!/usr/bin/env bash

auth_id='<auth_id>'
auth_token='<auth_token>'

# Find a number
curl --silent --show-error --fail-with-body --max-time 30 \
  --user "$auth_id:$auth_token" \
  --get \
  --data-urlencode 'service=sms' \
  "https://api.plivo.com/v1/Account/$auth_id/NumberPool/<number_pool_uuid>/Number/<number>/"
