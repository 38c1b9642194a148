package main

import (
	"encoding/json"
	"fmt"
	"log"

	plivo "github.com/plivo/plivo-go/v7"
)

func main() {
	client, err := plivo.NewClient("<auth_id>", "<auth_token>", &plivo.ClientOptions{})
	if err != nil {
		log.Fatal(err)
	}

	// Create a Powerpack
	response, err := client.Powerpack.Create(plivo.PowerackCreateParams{
		Name:         "my_powerpack",
		StickySender: true,
		LocalConnect: true,
		NumberPriorities: []plivo.NumberPriority{
			{
				ServiceType: "SMS",
				CountryISO:  "US",
				Priority: plivo.Priority{
					Priority1: pointer("shortcode"),
					Priority2: pointer("tollfree"),
					Priority3: pointer("longcode"),
				},
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	if response.ApiID == "" {
		log.Fatal("the call failed: its answer is empty")
	}

	output, err := json.MarshalIndent(response, "", "  ")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(output))
}

func pointer[T any](value T) *T {
	return &value
}
