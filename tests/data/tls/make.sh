#!/bin/bash
# make.sh: remakes the certificates beside it. They are for tests on the loopback interface and for nothing else: the keys are public.
# All but expired.pem are valid until 2120. Needs OpenSSL 3.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/openssl.cnf" <<END
[req]
distinguished_name = name
prompt = no
[name]
[ca]
default_ca = test
[test]
new_certs_dir = $work
database = $work/index
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
organizationName = optional
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = DNS:localhost, DNS:agents.desk.test, IP:127.0.0.1
[person]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = clientAuth
[elsewhere]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = DNS:elsewhere.desk.test
END
: >"$work/index"

new_key() { openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1" 2>/dev/null; }

# certificate OUT KEY EXTENSIONS NAME END AUTHORITY: AUTHORITY.pem and AUTHORITY.key sign it; "self": its own key.
# All begin in 2020, so that they are valid on machines whose clock is behind.
certificate() {
    local signer=(-selfsign -keyfile "$2")
    [ "$6" = self ] || signer=(-cert "$6.pem" -keyfile "$6.key")
    openssl req -new -config "$work/openssl.cnf" -key "$2" -subj "/CN=$4/O=Desk Tests" -out "$work/request.pem"
    openssl ca -batch -notext -config "$work/openssl.cnf" "${signer[@]}" -extensions "$3" -startdate 20200101000000Z \
        -enddate "$5" -in "$work/request.pem" -out "$1" 2>"$work/log" || { cat "$work/log" >&2; return 1; }
}

new_key server.key
new_key "$work/ca.key"
new_key "$work/stranger.key"
late=21200101000000Z
certificate "$work/ca.pem" "$work/ca.key" authority "Desk Test Authority" $late self
certificate "$work/stranger.pem" "$work/stranger.key" authority "Unknown Authority" $late self
cp "$work/ca.pem" ca.pem
certificate good.pem server.key server localhost $late "$work/ca"
certificate expired.pem server.key server localhost 20210101000000Z "$work/ca"
certificate wronghost.pem server.key elsewhere elsewhere.desk.test $late "$work/ca"
certificate untrusted.pem server.key server localhost $late "$work/stranger"
certificate selfsigned.pem server.key server localhost $late self

# Of a person, signed by an authority of its own, in the three kinds of files people are given. The password is "open sesame".
new_key "$work/clients.key"
new_key "$work/client.key"
certificate "$work/clients.pem" "$work/clients.key" authority "Desk Test Clients" $late self
cp "$work/clients.pem" clients.pem
certificate "$work/client.pem" "$work/client.key" person "Ana Silva" $late "$work/clients"
cat "$work/client.pem" "$work/client.key" >client.pem
{ cat "$work/client.pem"; openssl pkcs8 -topk8 -in "$work/client.key" -passout "pass:open sesame"; } >client-locked.pem
openssl pkcs12 -export -inkey "$work/client.key" -in "$work/client.pem" -certfile "$work/clients.pem" -passout "pass:open sesame" -out client.p12

# What a policy pins, as OpenSSL computes it: SHA-256 of the public key, base64.
openssl x509 -in good.pem -noout -pubkey | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | openssl base64 -A >good.pin
