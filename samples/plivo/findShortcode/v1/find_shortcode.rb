# frozen_string_literal: true

require 'plivo'

# Find a short code
begin
  api = Plivo::RestClient.new('<auth_id>', '<auth_token>')
  powerpack = api.powerpacks.get('<powerpack_uuid>')
  response = powerpack.find_shortcode('<shortcode>')
  pp response
rescue Plivo::Exceptions::PlivoRESTError, Faraday::Error, URI::InvalidURIError => e
  abort "Error: #{e.message}"
end
