#!/usr/bin/env bash

auth_id='<auth_id>'
auth_token='<auth_token>'

# Remove a short code
curl --silent --show-error --fail-with-body --max-time 30 \
  --request DELETE \
  --user "$auth_id:$auth_token" \
  "https://api.plivo.com/v1/Account/$auth_id/NumberPool/<number_pool_uuid>/Shortcode/<shortcode>/"
