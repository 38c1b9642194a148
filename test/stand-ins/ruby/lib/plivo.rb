# frozen_string_literal: true

# Stands in for plivo 4.63.4 where the gem cannot be installed: what samples call, with its requests and errors.

require 'json'
require 'net/http'
require 'openssl'

# The SDK's HTTP library raises these where no answer arrives.
module Faraday
  Error = Class.new(StandardError)
  ConnectionFailed = Class.new(Error)
  TimeoutError = Class.new(Error)
  ParsingError = Class.new(Error)
end

module Plivo
  module Exceptions
    PlivoRESTError = Class.new(StandardError)
    ValidationError = Class.new(PlivoRESTError)
    AuthenticationError = Class.new(PlivoRESTError)
    ResourceNotFoundError = Class.new(PlivoRESTError)
    InvalidRequestError = Class.new(PlivoRESTError)
    PlivoServerError = Class.new(PlivoRESTError)

    BY_STATUS = {
      400 => ValidationError, 401 => AuthenticationError, 404 => ResourceNotFoundError,
      405 => InvalidRequestError, 409 => InvalidRequestError, 422 => InvalidRequestError, 500 => PlivoServerError
    }.freeze
  end

  module Base
    PLIVO_API_URL = 'https://api.plivo.com'

    # What a creation answers.
    class Response
      def initialize(values) = @values = values

      def to_s = JSON.pretty_generate(@values)
    end
  end

  class RestClient
    def initialize(auth_id = ENV.fetch('PLIVO_AUTH_ID', nil), auth_token = ENV.fetch('PLIVO_AUTH_TOKEN', nil))
      valid = auth_id.to_s.match?(/\A(MA|SA).{18}\z/)
      raise Exceptions::AuthenticationError, "invalid auth_id supplied: #{auth_id}" unless valid

      @credentials = [auth_id, auth_token]
    end

    def powerpacks = Resources::PowerpackInterface.new(self)

    def send_request(method, path, query: {}, body: nil)
      uri = URI("#{Base::PLIVO_API_URL}/v1/Account/#{@credentials.first}/#{path}")
      uri.query = URI.encode_www_form(query.sort) unless query.empty?
      request = Net::HTTP.const_get(method).new(uri)
      request.basic_auth(*@credentials)
      request['Content-Type'] = 'application/json' if body
      request.body = JSON.generate(body) if body
      read(Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == 'https') { |http| http.request(request) })
    rescue SystemCallError, SocketError, EOFError, OpenSSL::SSL::SSLError, Net::HTTPBadResponse => e
      raise Faraday::ConnectionFailed, e.message
    rescue Timeout::Error => e
      raise Faraday::TimeoutError, e.message
    end

    private

    def read(response)
      status = response.code.to_i
      unless status.between?(200, 299)
        error = Exceptions::BY_STATUS.fetch(status, Exceptions::PlivoRESTError)
        raise error, "#{status}: #{response.body}"
      end
      JSON.parse(response.body) unless response.body.to_s.empty?
    rescue JSON::ParserError => e
      raise Faraday::ParsingError, e.message
    end
  end

  module Resources
    class PowerpackInterface
      def initialize(client) = @client = client

      def create(name, options = nil)
        Base::Response.new(@client.send_request(:Post, 'Powerpack/', body: { name: name, **(options || {}) }))
      end

      def get(uuid) = Powerpack.new(@client, @client.send_request(:Get, "Powerpack/#{uuid}/"))

      def list(options = {})
        answer = @client.send_request(:Get, 'Powerpack/', query: options)
        powerpacks = answer['objects'].map { |values| Powerpack.new(@client, values) }
        { api_id: answer['api_id'], meta: answer['meta'], objects: powerpacks }
      end
    end

    # One kind of thing in a pool. Each call looks its Powerpack up once more, to learn which pool it has.
    class PoolInterface
      def initialize(powerpack, kind, pages: true)
        @powerpack = powerpack
        @kind = kind
        @pages = pages
      end

      def list(options = {})
        query = options.transform_keys { |name| name == :pattern ? :starts_with : name }
        # The lists of version 2 forget the page that they were asked for.
        query = query.except(:limit, :offset) unless @pages
        ask(:Get, query: query)
      end

      def count(options = {}) = list(options)['meta']['total_count']

      def find(id, options = {}) = ask(:Get, id, query: options)

      def add(id, options = nil) = ask(:Post, id, body: options)

      def buy_add_number(number:, service: nil)
        ask(:Post, number, body: { rent: true, service: service }.compact)
      end

      def remove(id, unrent = false) = ask(:Delete, id, body: { unrent: unrent })

      private

      def ask(method, id = nil, **rest)
        @powerpack.client.send_request(method, ["#{@powerpack.pool_path}#{@kind}/", id && "#{id}/"].join, **rest)
      end
    end

    class Powerpack
      attr_reader :client

      def initialize(client, values)
        @client = client
        @values = values
      end

      def to_s = JSON.pretty_generate(@values)

      def pool_path
        path = @client.send_request(:Get, "Powerpack/#{@values['uuid']}/").fetch('number_pool')
        path[%r{NumberPool/[^/]+/}]
      end

      # Both paths end with two slashes.
      def update(options) = @client.send_request(:Post, "Powerpack/#{@values['uuid']}//", body: options)

      def delete(unrent_numbers = false)
        @client.send_request(:Delete, "Powerpack/#{@values['uuid']}//", body: { unrent_numbers: unrent_numbers })
      end

      def numberpool = NumberPool.new(self)

      # It raises a NameError as soon as it is given a filter.
      def count_numbers(*filter)
        raise NameError, "undefined local variable or method `param' for #{self.class}" unless filter.empty?

        numbers.count
      end

      def list_numbers(options = {}) = numbers.list(options)
      def find_number(number, options = {}) = numbers.find(number, options)
      def add_number(number, options = nil) = numbers.add(number, options)
      def buy_add_number(**options) = numbers.buy_add_number(**options)
      def remove_number(number, unrent = false) = numbers.remove(number, unrent)
      def list_shortcodes(options = {}) = pool('Shortcode').list(options)
      def find_shortcode(shortcode) = pool('Shortcode').find(shortcode)
      def remove_shortcode(shortcode) = pool('Shortcode').remove(shortcode)
      def list_tollfree(options = {}) = pool('Tollfree').list(options)
      def find_tollfree(tollfree) = pool('Tollfree').find(tollfree)
      def add_tollfree(tollfree) = pool('Tollfree').add(tollfree)
      def remove_tollfree(tollfree, unrent = false) = pool('Tollfree').remove(tollfree, unrent)

      private

      def numbers = pool('Number')
      def pool(kind) = PoolInterface.new(self, kind)
    end

    class NumberPool
      def initialize(powerpack) = @powerpack = powerpack

      def numbers = PoolInterface.new(@powerpack, 'Number')
      def shortcodes = PoolInterface.new(@powerpack, 'Shortcode', pages: false)
      def tollfree = PoolInterface.new(@powerpack, 'Tollfree', pages: false)
    end
  end
end
