# frozen_string_literal: true

# Required before a sample: sends every connection to another machine to SPECIMEN_PORT of this one.
# Names are not looked up, so that a host is reached whether or not it exists.

require 'socket'

module SpecimenRedirect
  PORT = Integer(ENV.fetch('SPECIMEN_PORT'))

  def self.local?(host)
    host.nil? || host.to_s.match?(/\A(?:|localhost|127\..*|::1|0\.0\.0\.0|::)\z/)
  end

  def self.target(host, port)
    local?(host) ? [host, port] : ['127.0.0.1', PORT]
  end

  # TCPSocket.new and .open, which Net::HTTP uses.
  module Plain
    def initialize(host, port, *rest, **options)
      super(*SpecimenRedirect.target(host, port), *rest, **options)
    end
  end

  # Socket.tcp, which clients with time limits of their own use.
  module Named
    def tcp(host, port, *rest, **options, &block)
      super(*SpecimenRedirect.target(host, port), *rest, **options, &block)
    end
  end

  # Sockets connected by address.
  module Raw
    def connect(address) = super(redirected(address))

    def connect_nonblock(address, **options) = super(redirected(address), **options)

    private

    def redirected(address)
      info = address.is_a?(Addrinfo) ? address : Addrinfo.new(address)
      return address if !info.ip? || SpecimenRedirect.local?(info.ip_address)

      Socket.sockaddr_in(PORT, info.ipv6? ? '::ffff:127.0.0.1' : '127.0.0.1')
    end
  end
end

TCPSocket.prepend(SpecimenRedirect::Plain)
Socket.singleton_class.prepend(SpecimenRedirect::Named)
Socket.prepend(SpecimenRedirect::Raw)
