package net

import "os"

// Laid into Go's own package net while samples are compiled: where SPECIMEN_PORT is set, every
// connection to another machine goes to that port of this one.

func redirectAddress(address string) string {
	port := os.Getenv("SPECIMEN_PORT")
	host, _, err := SplitHostPort(address)
	if port == "" || err != nil || host == "" || host == "localhost" {
		return address
	}
	if ip := ParseIP(host); ip != nil && (ip.IsLoopback() || ip.IsUnspecified()) {
		return address
	}
	return "127.0.0.1:" + port
}

func redirectTCPAddr(address *TCPAddr) *TCPAddr {
	if address == nil {
		return address
	}
	to := redirectAddress(address.String())
	if to == address.String() {
		return address
	}
	port, _, _ := dtoi(os.Getenv("SPECIMEN_PORT"))
	return &TCPAddr{IP: IPv4(127, 0, 0, 1), Port: port}
}
