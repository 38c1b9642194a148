package main

import (
	"fmt"
	"log"

	plivo "github.com/plivo/plivo-go/v7"
)

func main() {
	client, err := plivo.NewClient("<auth_id>", "<auth_token>", &plivo.ClientOptions{})
	if err != nil {
		log.Fatal(err)
	}

	// Count the numbers of a pool
	powerpack, err := client.Powerpack.Get("<powerpack_uuid>")
	if err != nil {
		log.Fatal(err)
	}
	if powerpack.UUID == "" {
		log.Fatal("the call failed: its answer is empty")
	}

	count, err := powerpack.Count_numbers(plivo.PowerpackSearchParam{Country_iso2: "US"})
	if err != nil {
		log.Fatal(err)
	}

	fmt.Println(count)
}
