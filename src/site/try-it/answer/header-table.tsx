import type { Received, Way } from '../send/exchange.ts';

interface Props {
	headers: Received['headers'];
	way: Way;
}

/** The headers of an answer, folded. */
export function HeaderTable({ headers, way }: Props) {
	return (
		<details class="answer-headers">
			<summary>{headers.length === 1 ? '1 header' : `${headers.length} headers`}</summary>
			<table>
				<thead class="sr-only">
					<tr>
						<th scope="col">Header</th>
						<th scope="col">Value</th>
					</tr>
				</thead>
				<tbody>
					{headers.map(([name, value]) => (
						<tr>
							<th scope="row">{name}</th>
							<td>{value}</td>
						</tr>
					))}
				</tbody>
			</table>
			{way === 'direct' && (
				<p class="answer-quiet">Browsers show a page only those headers that the API exposes to it.</p>
			)}
		</details>
	);
}
