# frozen_string_literal: true

require 'plivo'

# List all numbers
begin
  api = Plivo::RestClient.new('<auth_id>', '<auth_token>')
  powerpack = api.powerpacks.get('<powerpack_uuid>')
  response = powerpack.numberpool.numbers.list(
    pattern: '484',
    country_iso2: 'US',
    type: 'fixed',
    service: 'sms',
    limit: 5
  )
  pp response
rescue Plivo::Exceptions::PlivoRESTError, Faraday::Error, URI::InvalidURIError => e
  abort "Error: #{e.message}"
end
