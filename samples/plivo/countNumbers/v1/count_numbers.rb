# frozen_string_literal: true

require 'plivo'

# Count the numbers of a pool
begin
  api = Plivo::RestClient.new('<auth_id>', '<auth_token>')
  powerpack = api.powerpacks.get('<powerpack_uuid>')
  count = powerpack.count_numbers
  pp count
rescue Plivo::Exceptions::PlivoRESTError, Faraday::Error, URI::InvalidURIError => e
  abort "Error: #{e.message}"
end
