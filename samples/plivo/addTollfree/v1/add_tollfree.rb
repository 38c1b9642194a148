# frozen_string_literal: true

require 'plivo'

# Add a toll-free number
begin
  api = Plivo::RestClient.new('<auth_id>', '<auth_token>')
  powerpack = api.powerpacks.get('<powerpack_uuid>')
  response = powerpack.add_tollfree('<tollfree>')
  pp response
rescue Plivo::Exceptions::PlivoRESTError, Faraday::Error, URI::InvalidURIError => e
  abort "Error: #{e.message}"
end
