#!/usr/bin/env bash

auth_id='<auth_id>'
auth_token='<auth_token>'

# Retrieve a Powerpack
curl --silent --show-error --fail-with-body --max-time 30 \
  --user "$auth_id:$auth_token" \
  "https://api.plivo.com/v1/Account/$auth_id/Powerpack/<powerpack_uuid>/"
