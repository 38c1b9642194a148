# frozen_string_literal: true

require 'plivo'

# Retrieve a Powerpack
begin
  api = Plivo::RestClient.new('<auth_id>', '<auth_token>')
  powerpack = api.powerpacks.get('<powerpack_uuid>')
  puts powerpack
rescue Plivo::Exceptions::PlivoRESTError, Faraday::Error, URI::InvalidURIError => e
  abort "Error: #{e.message}"
end
