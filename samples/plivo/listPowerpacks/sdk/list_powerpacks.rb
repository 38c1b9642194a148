# frozen_string_literal: true

require 'plivo'

# List all Powerpacks
begin
  api = Plivo::RestClient.new('<auth_id>', '<auth_token>')
  response = api.powerpacks.list(limit: 5)
  response.each { |name, value| puts "#{name}:", value }
rescue Plivo::Exceptions::PlivoRESTError, Faraday::Error, URI::InvalidURIError => e
  abort "Error: #{e.message}"
end
