#!/usr/bin/env bash

auth_id='<auth_id>'
auth_token='<auth_token>'

# List all numbers
curl --silent --show-error --fail-with-body --max-time 30 \
  --user "$auth_id:$auth_token" \
  --get \
  --data-urlencode 'starts_with=484' \
  --data-urlencode 'country_iso2=US' \
  --data-urlencode 'type=fixed' \
  --data-urlencode 'service=sms' \
  --data-urlencode 'limit=5' \
  "https://api.plivo.com/v1/Account/$auth_id/NumberPool/<number_pool_uuid>/Number/"
