/*
 * Preloaded into a program, sends each of its connections to another machine to the port
 * SPECIMEN_PORT of this one, and answers every name look-up with an address that is nobody's.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static const char *const nowhere = "240.0.0.1";

static int local_name(const char *name) {
  return name == NULL || *name == '\0' || strcmp(name, "localhost") == 0 || strcmp(name, "::1") == 0 ||
         strcmp(name, "0.0.0.0") == 0 || strcmp(name, "::") == 0 || strncmp(name, "127.", 4) == 0;
}

static int local_v4(uint32_t address) { return address >> 24 == 127 || address == 0; }

int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints,
                struct addrinfo **found) {
  int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **) =
      dlsym(RTLD_NEXT, "getaddrinfo");
  struct addrinfo any = {0};
  if (local_name(node)) return real(node, service, hints, found);
  if (hints != NULL) any = *hints;
  any.ai_family = AF_INET;
  any.ai_flags &= ~(AI_V4MAPPED | AI_ALL);
  return real(nowhere, service, &any, found);
}

struct hostent *gethostbyname(const char *name) {
  struct hostent *(*real)(const char *) = dlsym(RTLD_NEXT, "gethostbyname");
  return real(local_name(name) ? name : nowhere);
}

int connect(int fd, const struct sockaddr *address, socklen_t length) {
  int (*real)(int, const struct sockaddr *, socklen_t) = dlsym(RTLD_NEXT, "connect");
  const char *port = getenv("SPECIMEN_PORT");
  in_port_t to = htons((uint16_t)atoi(port == NULL ? "1" : port));

  if (address != NULL && address->sa_family == AF_INET) {
    struct sockaddr_in v4 = *(const struct sockaddr_in *)address;
    if (local_v4(ntohl(v4.sin_addr.s_addr))) return real(fd, address, length);
    v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    v4.sin_port = to;
    return real(fd, (struct sockaddr *)&v4, sizeof v4);
  }
  if (address != NULL && address->sa_family == AF_INET6) {
    struct sockaddr_in6 v6 = *(const struct sockaddr_in6 *)address;
    uint32_t last;
    memcpy(&last, v6.sin6_addr.s6_addr + 12, 4);
    if (IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr) || IN6_IS_ADDR_UNSPECIFIED(&v6.sin6_addr) ||
        (IN6_IS_ADDR_V4MAPPED(&v6.sin6_addr) && local_v4(ntohl(last))))
      return real(fd, address, length);
    inet_pton(AF_INET6, "::ffff:127.0.0.1", &v6.sin6_addr);
    v6.sin6_port = to;
    return real(fd, (struct sockaddr *)&v6, sizeof v6);
  }
  return real(fd, address, length);
}
