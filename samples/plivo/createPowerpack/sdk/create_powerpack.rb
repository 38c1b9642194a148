# frozen_string_literal: true

require 'plivo'

# Create a Powerpack
begin
  api = Plivo::RestClient.new('<auth_id>', '<auth_token>')
  response = api.powerpacks.create(
    'my_powerpack',
    sticky_sender: true,
    local_connect: true,
    number_priority: [
      {
        service_type: 'SMS',
        country_iso: 'US',
        priority: { priority1: 'shortcode', priority2: 'tollfree', priority3: 'longcode' }
      }
    ]
  )
  puts response
rescue Plivo::Exceptions::PlivoRESTError, Faraday::Error, URI::InvalidURIError => e
  abort "Error: #{e.message}"
end
