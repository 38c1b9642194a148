#!/usr/bin/env bash

auth_id='<auth_id>'
auth_token='<auth_token>'

# List all short codes
curl --silent --show-error --fail-with-body --max-time 30 \
  --user "$auth_id:$auth_token" \
  --get \
  --data-urlencode 'limit=5' \
  "https://api.plivo.com/v1/Account/$auth_id/NumberPool/<number_pool_uuid>/Shortcode/"
